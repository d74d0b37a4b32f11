/**
 * A button with a word, as large as its text needs: wraps instead of being cut. Listen with
 * `bindtap`; while `busy` it says so and the page ignores taps.
 */
Component({
  properties: {
    text: String,
    /** `primary` (one a page), `outline`, `quiet`, `text`, `act`. */
    kind: { type: String, value: 'primary' },
    icon: String,
    small: Boolean,
    /** In a bar with others: less room at the sides. */
    tight: Boolean,
    busy: Boolean,
    /** For screen readers, when the word alone does not say enough. */
    label: String,
  },
})
