/// How often what was given a likelihood came so, by the steps of ICD 203.
struct Calibration {
    /// The forecasts of one step.
    struct Band {
        let step: Likelihood.Step
        var count = 0
        var came = 0
        /// The sum of the probabilities that were given.
        var stated = 0.0
    }

    /// The steps that have forecasts, from the least likely on.
    let bands: [Band]

    /// Sorts forecasts that are resolved and were given a likelihood.
    init(_ forecasts: [Forecast]) {
        var bands = Likelihood.steps.map { Band(step: $0) }
        for forecast in forecasts where forecast.score != nil {
            guard let likelihood = forecast.likelihood else { continue }
            bands[likelihood.step].count += 1
            bands[likelihood.step].stated += likelihood.middle
            if forecast.outcome == "yes" { bands[likelihood.step].came += 1 }
        }
        self.bands = bands.filter { $0.count > 0 }
    }
}
