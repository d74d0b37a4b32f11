/** A state: word, shape and colour, so that without colour it is still clear. */
Component({
  properties: {
    /** `ok`, `act`, `bad`, `warn`, `info`, `off`. */
    tone: { type: String, value: 'ok' },
    icon: String,
    text: String,
  },
})
