/**
 * Holds the page's main button at the foot. It alone knows the phone's safe area. `problem` is read out when it comes.
 */
Component({
  properties: { note: String, below: String, problem: String },
});
