"""The site's pages, one module an idea, called as in the templates. Each writes its pages through the Maker."""
