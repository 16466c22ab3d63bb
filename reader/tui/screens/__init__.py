"""What wires: each screen joins widgets to the core and holds the keys that work there."""
