"""Keep the memory of a long session small: Textual and the C library hold on to what was closed."""

from contextlib import suppress

_M_ARENA_MAX = -8
"""The number that glibc's malloc.h gives this setting."""


def let_go_of_pictures() -> None:
    """Forget how widgets looked that are gone: Textual keeps the lines of a thousand of them (its issue 6665).

    The cache is its own affair; a version that has no such cache needs no clearing.
    """
    with suppress(ImportError, AttributeError):
        from textual._styles_cache import StylesCache

        StylesCache.get_inner_outer.cache_clear()


def share_heaps() -> None:
    """Let the threads begun from now on allocate from the heaps that there are (mallopt(3)).

    glibc would give each one a heap of its own, against a waiting for each other that hardly comes where one
    interpreter lock lets them in by turns; and what is free in the heap of one thread, the others cannot use.
    """
    _tell_glibc("mallopt", _M_ARENA_MAX, 1)


def give_back() -> None:
    """Give the free pages between those in use to the system, which glibc would keep (malloc_trim(3))."""
    _tell_glibc("malloc_trim", 0)


def _tell_glibc(function: str, *arguments: int) -> None:
    """Call a function of the C library; another one than glibc need not have it."""
    with suppress(ImportError, OSError, TypeError, AttributeError):
        import ctypes  # 4 ms, which the first paint need not wait for

        getattr(ctypes.CDLL(None), function)(*arguments)
