// Loaded into every supervised child: when the start is gone, even by kill -9, the channel to it
// closes, and the child goes too instead of holding its port.
if (process.channel) process.on('disconnect', () => process.exit(1))
