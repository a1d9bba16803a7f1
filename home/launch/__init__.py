"""Before the launch: everything that is still open, found by looking, and what people have to sign for."""
