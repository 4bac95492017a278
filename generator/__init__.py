"""Permanence Pathways: procedures as data, compiled into a searchable site with decision aids.

The data's way is read → model → check → compile → publish; each stage is a folder, and none knows the next.
"""

__version__ = "0.1.0"
