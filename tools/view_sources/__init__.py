"""What the typed views are written with: the texts of Structs, of the decoders, and of the tables beside them."""
