/// Under which keys a name is looked for, so that names are compared only with few others.
///
/// A name's consonants are made coarser still. Its keys are what comes of them, and what comes of leaving one out: names share
/// a key where their consonants differ in one place at most (T. Bocek, E. Hunt, B. Stiller: Fast similarity search in large
/// dictionaries. University of Zurich, 2007).
struct ResemblanceKeys {
    /// The key of all consonants.
    private(set) var whole: UInt64 = 0
    /// All keys; none where the name cannot be compared. A key may come twice.
    private(set) var all: [UInt64] = []

    /// The keys of a name.
    init(_ name: SpelledName) {
        guard name.isReadable, !name.words.isEmpty else { return }
        let seed = name.marks.reduce(ResemblanceKeys.seed) { ResemblanceKeys.mixed($0, $1) }
        var classes: [UInt8] = []
        classes.reserveCapacity(name.sounds.count)
        var isAmbiguous = false
        for sound in name.sounds where sound.isTold(in: name) {
            classes.append(sound.consonantClass)
            isAmbiguous = isAmbiguous || sound.isAmbiguous
        }
        all.reserveCapacity(classes.count + 3)
        add(classes, seed)
        whole = all[0]
        // What is read in more than one way is left out too: Chania and Hania, Ajodhya and Ayodhya.
        if isAmbiguous {
            let certain = name.sounds.lazy.filter { $0.isTold(in: name) && !$0.isAmbiguous }
            all.append(certain.reduce(seed) { ResemblanceKeys.mixed($0, UInt64($1.consonantClass)) })
        }
        // A family name may stand before or behind.
        if let first = name.words.first, name.words.count > 1 {
            let count = name.sounds[first].count { $0.isTold(in: name) }
            all.append(ResemblanceKeys.hash(classes[..<count], ResemblanceKeys.hash(classes[count...], seed)))
        }
        if let place = name.patronymic, name.words.count > 2 {
            var others = name.words
            others.remove(at: place)
            add(others.joined().map { name.sounds[$0] }.filter { $0.isTold(in: name) }.map(\.consonantClass), seed)
        }
    }

    private mutating func add(_ classes: [UInt8], _ seed: UInt64) {
        all.append(ResemblanceKeys.hash(classes[...], seed))
        guard classes.count >= 3 else { return }
        var before = seed
        for place in classes.indices {
            if place == 0 || classes[place] != classes[place - 1] {
                all.append(ResemblanceKeys.hash(classes[(place + 1)...], before))
            }
            before = ResemblanceKeys.mixed(before, UInt64(classes[place]))
        }
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        let mixed = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 29
    }

    private static func hash(_ classes: ArraySlice<UInt8>, _ seed: UInt64) -> UInt64 {
        classes.reduce(seed) { mixed($0, UInt64($1)) }
    }
}

extension Sound {
    /// Whether it is a consonant that stands in every spelling of a name.
    fileprivate func isTold(in name: SpelledName) -> Bool {
        consonantClass != 0 && (self != .w || !name.isWithoutVowels)
    }

    /// Whether the letters that it comes from stand for unlike sounds in some languages.
    fileprivate var isAmbiguous: Bool { self == .ch || self == .j || self == .q }

    /// The class that sounds of spellings of one name share; 0 of vowels and of what is often left out.
    fileprivate var consonantClass: UInt8 {
        switch self {
        case .a, .e, .i, .o, .u, .ei, .au, .y, .h, .kh: 0
        case .b, .p, .v, .f, .w: 1
        case .d, .t: 2
        case .g, .k, .q: 3
        case .s, .z, .sh, .ch, .ts, .zh, .j: 4
        case .l: 5
        case .r: 6
        case .m: 7
        case .n, .ng: 8
        }
    }
}
