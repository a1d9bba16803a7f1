"""Trusted adult hubs: places with an open door, through which a champion is reached."""
