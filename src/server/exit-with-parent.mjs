// Loaded into every supervised child: when the start is gone, even by kill -9, the channel to it
// closes, and the child goes too instead of holding its port.
if (process.channel) {
  process.on('disconnect', () => process.exit(1))
  // The start asks whether the process still comes to answer: a loop that is stuck does not. Who knows more of
  // how it is (src/server/tell-health.ts) answers instead.
  process.on('message', (message) => {
    if (message !== 'are you there?') return
    if (Reflect.get(process, Symbol.for('berufsbild.health')) !== true) process.send?.('here')
  })
}
