"""What those who run the platform see of it: log lines, numbers and reports of errors. Never who was there."""
