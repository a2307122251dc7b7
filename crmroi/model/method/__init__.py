"""The method, listed in the language spoken now: what the Method page and docs/ print.

Nothing is computed or declared here that the model does not use; knows no page and no Markdown.
"""
