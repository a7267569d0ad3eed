/** Bounds that both sides hold; lengths are in characters. */
export const limits = {
  orderWords: 300,
  reasonWords: 200,
  /** Characters that the reason of a line by hand has at least. */
  grantReasonLeast: 10,
  photos: 3,
  ratingTags: 5,
  dispatchMembers: 5,
  /** Who do one order together. */
  helpers: 10,
  pageSize: 20,
  /** A full trail refuses further moves except the closing ones. */
  trailLines: 60,
  personName: 20,
  /** More than any number with its extension, its brackets and its blanks. */
  typedPhone: 60,
  placeName: 20,
  /** A card reads its community's roster whole. */
  grids: 20,
  /** Corners of a grid's boundary. */
  corners: 60,
  /** Corners that a map of all grids of a community draws. */
  mapCorners: 160,
  /** Names that a place had before. */
  formerPlaces: 20,
  cardToken: 20,
  finishCodeDigits: 4,
  photoBytes: 1_048_576,
  /** Stations of one answer: the phone keeps them as its copy of the map. */
  stationPage: 40,
  activityTitle: 40,
  activityPlace: 40,
  /** A community's and a street's name; an office to which an order is passed on. */
  officeName: 40,
  officeAddress: 60,
  /** The office's hours as a card has them. */
  officeHours: 40,
  /** What a station says of itself, and what somebody says of it. */
  stationWords: 60,
  siteRecord: 120,
  categoryName: 8,
  /** One line of the papers that a category wants. */
  paperName: 20,
  searchWords: 40,
  /** A slip's code as somebody copies it, with blanks. */
  slipCode: 200,
  setupCode: 40,
  branchName: 40,
  /** Things in a catalogue, and the most of one that one person takes in a month. */
  goods: 20,
  goodName: 12,
  goodMeasure: 4,
  goodLimit: 20,
  goodPrice: 10_000,
  stock: 100_000,
  /** Who is expected at one activity. */
  activityPeople: 300,
  /** Marks of one call; a phone submits more of them in several. */
  marks: 100,
} as const;

/** Answered where no community is known, as for a card that does not exist: the city's hotline. */
export const cityHotline = '12345';

/** Life in danger: never queued, always shown. */
export const emergencyNumbers = ['120', '110', '119'] as const;
