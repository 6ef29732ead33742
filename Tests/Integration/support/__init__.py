"""What the scenarios stand on: a homeserver, the people in it, the bot, and how results are told."""
