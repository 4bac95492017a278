"""The model told in other forms: schemas for editors, the handbook."""
