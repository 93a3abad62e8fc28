import DossierModel

/// How often what was given a likelihood came so, by the steps of ICD 203.
package struct Calibration {
    /// The forecasts of one step.
    package struct Band {
        package let step: Likelihood.Step
        package var count = 0
        package var came = 0
        /// The sum of the probabilities that were given.
        package var stated = 0.0
    }

    /// The steps that have forecasts, from the least likely on.
    package let bands: [Band]

    /// Sorts forecasts that are resolved and were given a likelihood.
    package init(_ forecasts: [Forecast]) {
        var bands = Likelihood.steps.map { Band(step: $0) }
        for forecast in forecasts where forecast.score != nil {
            guard let likelihood = forecast.likelihood else { continue }
            bands[likelihood.step].count += 1
            bands[likelihood.step].stated += likelihood.middle
            if forecast.outcome == .cameTrue { bands[likelihood.step].came += 1 }
        }
        self.bands = bands.filter { $0.count > 0 }
    }
}
