"""One HTML file that computes the case in the page while its sliders move, from any disk."""
