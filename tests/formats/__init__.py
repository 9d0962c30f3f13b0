"""Steps to formats that do not exist, so that the way to the next one is tested before there is one."""
