"""The tests. Each folder is named for what its tests stand on."""
