/// A sound of a name, as coarse as spellings of one name agree on it.
enum Sound: UInt8, CaseIterable {
    case a, e, i, o, u
    /// `ai`, `ei`, `ay`, `ey`, `ae`.
    case ei
    /// `au`, `aw`.
    case au
    /// `y`, which is a vowel or stands before one.
    case y
    case w
    case b, p, v, f, d, t, g, k
    /// `q`, which is `k` in Arabic and `ch` in Chinese names.
    case q
    /// `kh`, which stands for a rough h.
    case kh
    case h, s, z
    case sh, ch, ts
    /// `zh`, `dj`, `dsch`.
    case zh
    /// `j`, which is `zh` in some languages and `y` in others.
    case j
    case l, r, m, n
    case ng

    /// Whether it is a vowel or stands for one in some spelling.
    var isVowel: Bool { rawValue <= Sound.y.rawValue }
}
