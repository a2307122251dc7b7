"""What a CRM costs, what it gains and when it has paid for itself."""
