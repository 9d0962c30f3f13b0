"""dateline: a briefing desk in a git repository."""

__version__ = "0.1.0"
