/** What one wants to know first: how long, whether it costs, where, whether one must come. */
Component({
  properties: {
    /** `Fact[]` of shared/guide-view. */
    facts: { type: Array, value: [] },
    fee: String,
  },
})
