/**
 * Seeded random numbers. The same labels give the same numbers on every machine, and streams made from different labels
 * are independent, so that a learner stays the same when the world around grows.
 */

/**
 * Four 32-bit words from a text (FNV-1a over four offsets, mixed as in murmur3).
 * @param {string} text
 * @returns {[number, number, number, number]}
 */
function words(text) {
  /** @type {[number, number, number, number]} */
  const hashes = [0x811c9dc5, 0x1b873593, 0xcc9e2d51, 0x9e3779b9];
  for (let word = 0; word < 4; word += 1) {
    let hash = hashes[word] ?? 0;
    for (let i = 0; i < text.length; i += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hashes[word] = (hash ^ (hash >>> 16)) >>> 0;
  }
  return hashes;
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A stream of random numbers (sfc32). */
export class Random {
  /** @param {...(string | number)} labels what the stream is for: the seed first, then names and indices */
  constructor(...labels) {
    const [a, b, c, d] = words(labels.join('\u0000'));
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
    for (let i = 0; i < 12; i += 1) this.next();
  }

  /** A number from 0 up to, not including, 1. */
  next() {
    const sum = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /**
   * A whole number from `min` to `max`, both included.
   * @param {number} min
   * @param {number} max
   */
  int(min, max) {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /**
   * True with the probability given.
   * @param {number} probability
   */
  chance(probability) {
    return this.next() < probability;
  }

  /**
   * One of a list that is not empty.
   * @template T
   * @param {readonly T[]} list
   * @returns {T}
   */
  pick(list) {
    return /** @type {T} */ (list[Math.floor(this.next() * list.length)]);
  }

  /**
   * An index of `weights`, as often as its weight says.
   * @param {ArrayLike<number>} weights
   */
  weighted(weights) {
    let total = 0;
    for (let i = 0; i < weights.length; i += 1) total += weights[i] ?? 0;
    let rest = this.next() * total;
    for (let i = 0; i < weights.length; i += 1) {
      rest -= weights[i] ?? 0;
      if (rest < 0) return i;
    }
    return weights.length - 1;
  }

  /**
   * Normally distributed (Box and Muller).
   * @param {number} mean
   * @param {number} deviation
   */
  normal(mean, deviation) {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.next());
  }

  /**
   * Log-normally distributed: what times of people look like.
   * @param {number} median
   * @param {number} sigma
   */
  logNormal(median, sigma) {
    return median * Math.exp(this.normal(0, sigma));
  }

  /**
   * Hexadecimal digits.
   * @param {number} length
   */
  hex(length) {
    let text = '';
    while (text.length < length) {
      const word = (this.next() * 4294967296) >>> 0;
      text += `${BYTES[word >>> 24]}${BYTES[(word >>> 16) & 255]}${BYTES[(word >>> 8) & 255]}${BYTES[word & 255]}`;
    }
    return text.slice(0, length);
  }

  /** A UUID of version 4. */
  uuid() {
    const hex = this.hex(32);
    const variant = '89ab'[parseInt(hex[16] ?? '0', 16) & 3];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
