"""What the build makes out of the packages: pages of the API, the gallery, the notebooks."""
