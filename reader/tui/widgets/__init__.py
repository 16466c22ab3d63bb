"""What paints: each widget shows a value it is given and tells the screen what the user did."""
