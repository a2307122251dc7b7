"""What came back, and what a what-if takes over: realised ROI, baseline and uplifts."""
