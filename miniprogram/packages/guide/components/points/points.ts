/** A few sentences under a heading, one below the other. */
Component({
  properties: {
    heading: String,
    points: { type: Array, value: [] },
  },
})
