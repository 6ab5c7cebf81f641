package org.gradus.model.baseline;

import org.gradus.model.bkt.BktFit;
import org.gradus.model.bkt.BktParameters;
import org.gradus.model.bkt.BktState;
import org.gradus.model.bkt.OutcomeSequences;

/** Bayesian knowledge tracing (Corbett and Anderson 1995), from the outcomes alone. */
final class BktBaseline implements Baseline {
  private OutcomeSequences sequences = new OutcomeSequences();
  private BktParameters parameters = BktFit.start();
  private BktState state = new BktState(parameters);

  @Override
  public void train(Situation before, boolean correct) {
    if (before.attempts() == 0) {
      sequences.begin();
    }
    sequences.add(correct);
  }

  @Override
  public void fit() {
    parameters = BktFit.fit(sequences);
    sequences = new OutcomeSequences();
  }

  @Override
  public double predict(Situation before) {
    return at(before).predict();
  }

  @Override
  public void observe(Situation before, boolean correct) {
    at(before).observe(correct);
  }

  /** The state of the student in hand; a new one at the first attempt. */
  private BktState at(Situation before) {
    if (before.attempts() == 0) {
      state = new BktState(parameters);
    }
    return state;
  }
}
