"""What a WebAssembly module imports, read from its bytes: not every browser can tell it of a module with these types."""

from dataclasses import dataclass

KINDS = ("func", "table", "memory", "global", "tag")
IMPORTS = 2  # the section's number
REFERENCES = (0x63, 0x64)  # to a type that is named after them


@dataclass
class _Bytes:
    """Bytes that are read from left to right."""

    content: bytes
    at: int = 0

    def byte(self) -> int:
        self.at += 1
        return self.content[self.at - 1]

    def number(self) -> int:
        """A whole number in seven bits a byte, the last ones first."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def text(self) -> str:
        length = self.number()
        self.at += length
        return self.content[self.at - length : self.at].decode()

    def skip_type(self) -> None:
        """A type of values: one byte, or a reference and what it is to."""
        if self.byte() in REFERENCES:
            self.number()

    def skip_limits(self) -> None:
        """A least size, and a largest one if the first bit says so."""
        for _ in range(1 + (self.byte() & 1)):
            self.number()


def imports(module: bytes) -> list[tuple[str, str, str]]:
    """What a module imports: from where, its name and its kind, in order."""
    read = _Bytes(module, 8)  # after the magic number and the version
    while read.at < len(module):
        section, length = read.byte(), read.number()
        if section == IMPORTS:
            return [_import(read) for _ in range(read.number())]
        read.at += length
    return []


def _import(read: _Bytes) -> tuple[str, str, str]:
    module, name, kind = read.text(), read.text(), KINDS[read.byte()]
    if kind in ("func", "tag"):
        read.at += kind == "tag"
        read.number()
    if kind in ("table", "global"):
        read.skip_type()
    if kind in ("table", "memory"):
        read.skip_limits()
    read.at += kind == "global"  # whether it changes
    return module, name, kind
