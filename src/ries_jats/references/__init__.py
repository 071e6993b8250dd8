"""References as printed, and what stands where in them."""
