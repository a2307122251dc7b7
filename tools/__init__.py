"""What the makers of crmroi use: none of it runs in the app."""
