"""Keep the memory of a long session small: Textual, Python and the C library hold on to what was closed."""

import gc
from contextlib import suppress


def let_go_of_pictures() -> None:
    """Forget how widgets looked that are gone: Textual keeps the lines of a thousand of them (its issue 6665).

    The cache is its own affair; a version that has no such cache needs no clearing.
    """
    with suppress(ImportError, AttributeError):
        from textual._styles_cache import StylesCache

        StylesCache.get_inner_outer.cache_clear()


def give_back() -> None:
    """Let go of what was closed, and give its room to the system.

    A screen and its widgets refer to each other, so that they stay until the next full search for garbage; and glibc
    keeps the free pages between those in use (malloc_trim(3)), which another C library need not do.
    """
    gc.collect()
    with suppress(ImportError, OSError, TypeError, AttributeError):
        import ctypes  # 4 ms, which the first paint need not wait for

        ctypes.CDLL(None).malloc_trim(0)
