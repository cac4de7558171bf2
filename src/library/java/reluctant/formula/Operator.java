package reluctant.formula;

import reluctant.elementary.Elementary;

/** What stands between two terms. */
enum Operator {
  LESS("<", Strength.COMPARISON) {
    @Override
    double at(double a, double b) {
      return a < b ? 1 : 0;
    }
  },
  AT_MOST("<=", Strength.COMPARISON) {
    @Override
    double at(double a, double b) {
      return a <= b ? 1 : 0;
    }
  },
  MORE(">", Strength.COMPARISON) {
    @Override
    double at(double a, double b) {
      return a > b ? 1 : 0;
    }
  },
  AT_LEAST(">=", Strength.COMPARISON) {
    @Override
    double at(double a, double b) {
      return a >= b ? 1 : 0;
    }
  },
  EQUAL("==", Strength.COMPARISON) {
    @Override
    double at(double a, double b) {
      return a == b ? 1 : 0;
    }
  },
  UNEQUAL("!=", Strength.COMPARISON) {
    @Override
    double at(double a, double b) {
      return a != b ? 1 : 0;
    }
  },
  PLUS("+", Strength.SUM) {
    @Override
    double at(double a, double b) {
      return a + b;
    }
  },
  MINUS("-", Strength.SUM) {
    @Override
    double at(double a, double b) {
      return a - b;
    }
  },
  TIMES("*", Strength.PRODUCT) {
    @Override
    double at(double a, double b) {
      return a * b;
    }
  },
  OVER("/", Strength.PRODUCT) {
    @Override
    double at(double a, double b) {
      return a / b;
    }
  },
  POWER("^", Strength.POWER) {
    @Override
    double at(double a, double b) {
      return b == 2 ? a * a : Elementary.pow(a, b);
    }
  };

  final String mark;
  final Strength strength;

  Operator(String mark, Strength strength) {
    this.mark = mark;
    this.strength = strength;
  }

  abstract double at(double a, double b);

  @Override
  public String toString() {
    return mark;
  }
}
