"""What the page is measured beside: fair, well-made apps that do the same in another way."""
