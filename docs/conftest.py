"""Of the site only the pages are tests; its build is tested in tests/docs."""

collect_ignore_glob = ["*.py", "extensions/*", "pictures/*", "_build/*"]
