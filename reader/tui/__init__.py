"""The screen. Everything here draws and wires; finding, reading, attributing and citing live in the core."""
