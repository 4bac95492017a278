"""Every kind of page, one module a group. Each function writes its pages through the Maker."""
