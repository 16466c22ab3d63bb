"""The library: every release of a set of folders, in one SQLite file that keeps itself up to date. All SQL is here."""
