/// The sounds of a word in Latin letters, by what letters stand for in most romanisations.
enum LatinSounds {
    /// Appends the sounds of a word of ASCII letters in lower case; what is none of these parts the letters before and after it.
    static func append(_ word: ArraySlice<UInt8>, to sounds: inout [Sound]) {
        let start = sounds.count
        var place = word.startIndex
        while place < word.endIndex {
            let (first, second, length) = next(in: word, at: place)
            if let first { append(first, to: &sounds, from: start) }
            if let second { append(second, to: &sounds, from: start) }
            place += length
        }
        unifySlavicEndings(&sounds, from: start)
    }

    private static func append(_ sound: Sound, to sounds: inout [Sound], from start: Int) {
        if sounds.count == start || sounds[sounds.count - 1] != sound { sounds.append(sound) }
    }

    /// The sounds that the letters at a place stand for, and how many letters these are.
    private static func next(in word: ArraySlice<UInt8>, at place: Int) -> (Sound?, Sound?, Int) {
        let first = word[place]
        let second = place + 1 < word.endIndex ? word[place + 1] : 0
        let third = place + 2 < word.endIndex ? word[place + 2] : 0
        let fourth = place + 3 < word.endIndex ? word[place + 3] : 0
        switch Unicode.Scalar(first) {
        case "a":
            if isGlide(second, before: third) { return (.a, nil, 1) }
            switch Unicode.Scalar(second) {
            case "i", "y", "e": return (.ei, nil, 2)
            case "u", "w": return (.au, nil, 2)
            case "o" where third == UInt8(ascii: "u"): return (.au, nil, 3)
            default: return (.a, nil, 1)
            }
        case "e":
            if isGlide(second, before: third) { return (.e, nil, 1) }
            switch Unicode.Scalar(second) {
            case "i", "y": return (.ei, nil, 2)
            case "e": return (.i, nil, 2)
            default: return (.e, nil, 1)
            }
        case "i": return (.i, nil, 1)
        case "o": return second == UInt8(ascii: "u") || second == first ? (.u, nil, 2) : (.o, nil, 1)
        case "u": return (.u, nil, 1)
        case "y": return (.y, nil, 1)
        case "w": return (.w, nil, 1)
        case "b": return (.b, nil, second == UInt8(ascii: "h") ? 2 : 1)
        case "c":
            switch Unicode.Scalar(second) {
            case "h", "z": return (.ch, nil, 2)
            case "k": return (.k, nil, 2)
            case "e", "i", "y": return (.s, nil, 1)
            default: return (.k, nil, 1)
            }
        case "d":
            switch (Unicode.Scalar(second), Unicode.Scalar(third)) {
            case ("s", "c") where fourth == UInt8(ascii: "h"): return (.zh, nil, 4)
            case ("z", "h"): return (.zh, nil, 3)
            case ("j", _): return (.zh, nil, 2)
            case ("h", _): return (.d, nil, 2)
            default: return (.d, nil, 1)
            }
        case "f": return (.f, nil, 1)
        case "g": return (.g, nil, second == UInt8(ascii: "h") ? 2 : 1)
        case "h": return second == UInt8(ascii: "s") ? (.sh, nil, 2) : (.h, nil, 1)
        case "j": return second == UInt8(ascii: "h") ? (.zh, nil, 2) : (.j, nil, 1)
        case "k": return second == UInt8(ascii: "h") ? (.kh, nil, 2) : (.k, nil, 1)
        case "l": return (.l, nil, 1)
        case "m": return (.m, nil, 1)
        case "n": return second == UInt8(ascii: "g") ? (.ng, nil, 2) : (.n, nil, 1)
        case "p": return second == UInt8(ascii: "h") ? (.f, nil, 2) : (.p, nil, 1)
        case "q": return (.q, nil, 1)
        case "r": return (.r, nil, second == UInt8(ascii: "h") ? 2 : 1)
        case "s":
            switch (Unicode.Scalar(second), Unicode.Scalar(third)) {
            case ("h", "c") where fourth == UInt8(ascii: "h"): return (.sh, .ch, 4)
            case ("c", "h"): return (.sh, nil, 3)
            case ("h", _): return (.sh, nil, 2)
            case ("z", _): return (.s, nil, 2)
            default: return (.s, nil, 1)
            }
        case "t":
            switch (Unicode.Scalar(second), Unicode.Scalar(third)) {
            case ("s", "c") where fourth == UInt8(ascii: "h"): return (.ch, nil, 4)
            case ("c", "h"): return (.ch, nil, 3)
            case ("s", _), ("z", _): return (.ts, nil, 2)
            case ("h", _): return (.t, nil, 2)
            default: return (.t, nil, 1)
            }
        case "v": return (.v, nil, 1)
        case "x":
            // In Chinese names it is sh: Xi, Gaoxiong.
            let isChinese =
                place == word.startIndex
                ? second != UInt8(ascii: "a") : second == UInt8(ascii: "i") && "aou".utf8.contains(third)
            return isChinese ? (.sh, nil, 1) : (.k, .s, 1)
        case "z": return second == UInt8(ascii: "h") ? (.zh, nil, 2) : (.z, nil, 1)
        default: return (nil, nil, 1)
        }
    }

    /// Whether a letter after a vowel begins a syllable, and forms no group with it: Dayan, Awad.
    private static func isGlide(_ letter: UInt8, before next: UInt8) -> Bool {
        switch Unicode.Scalar(letter) {
        case "y", "w": "aeiou".utf8.contains(next)
        default: false
        }
    }

    /// Makes endings of Slavic names alike: Kharkiv and Kharkov, Kiev and Kyiv.
    private static func unifySlavicEndings(_ sounds: inout [Sound], from start: Int) {
        guard sounds.count - start > 3 else { return }
        for place in start + 1..<sounds.count - 1 where sounds[place + 1] == .v || sounds[place + 1] == .w {
            switch sounds[place] {
            case .e, .i, .y:
                let isBeforeSk = place + 3 < sounds.count && sounds[place + 2] == .s && sounds[place + 3] == .k
                if place + 2 == sounds.count || isBeforeSk { sounds[place] = .o }
            default: break
            }
        }
    }
}
