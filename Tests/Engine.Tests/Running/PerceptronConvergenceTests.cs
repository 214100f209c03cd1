using Engine.Activations;
using Engine.Initializers;
using Engine.Layers;
using Engine.Losses;
using Engine.Numbers;
using Engine.Optimizers;
using Engine.Planning;
using Engine.Running;

namespace Engine.Tests.Running;

public class PerceptronConvergenceTests
{
    private static Training TrainingOf(double[][] x, double[][] t, int? shuffleSeed = null, double rate = 1) => new(
        Planner.Build(Network.Sequential(
            new Shape(x[0].Length), [new Dense(t[0].Length, new Zeros(), new Heaviside())], new HalfSquaredError(), new PerceptronRule(rate))),
        [Tensor.Matrix(x)],
        [Tensor.Matrix(t)],
        shuffleSeed);

    /// <summary>Whole numbers, so that the same in integers is exact: among many sets some converge and some run in circles.</summary>
    [Fact]
    public void Should_agree_with_integers()
    {
        const int MostEpochs = 40;
        Random random = new(11);
        List<int> periods = [];
        int converged = 0;
        for (int trial = 0; trial < 200; trial++)
        {
            int[][] x = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 2).Select(_ => random.Next(-2, 3)).ToArray())];
            int[] t = [.. x.Select(_ => random.Next(2))];
            (List<int> errors, List<string> states) = Integers(x, t, MostEpochs);
            PerceptronConvergence convergence = PerceptronConvergence.Of(
                TrainingOf([.. x.Select(row => row.Select(value => (double)value).ToArray())], [.. t.Select(value => new double[] { value })]),
                MostEpochs);
            convergence.ErrorsPerEpoch.ShouldBe(errors);
            convergence.ConvergedEpoch.ShouldBe(errors[^1] == 0 ? errors.Count : null);
            convergence.LastUpdateEpoch.ShouldBe(errors.FindLastIndex(count => count > 0) + 1);
            convergence.States.Select(state => string.Join(' ', state.Values.Select(value => value + 0.0))).ShouldBe(states);
            if (errors[^1] == 0)
            {
                converged++;
                convergence.Cycle.ShouldBeNull();
                continue;
            }

            int again = states.FindIndex(state => states.IndexOf(state) < states.LastIndexOf(state));
            int period = again < 0 ? 0 : states.IndexOf(states[again], again + 1) - again;
            convergence.Cycle.ShouldBe(again < 0 ? null : new EpochCycle(again, period));
            periods.Add(period);
        }

        converged.ShouldBeGreaterThan(20);
        periods.Where(period => period > 0).Distinct().Count().ShouldBeGreaterThan(1, "otherwise only cycles of one epoch were seen");
    }

    [Fact]
    public void Should_have_no_update_where_everything_is_right_at_once()
    {
        PerceptronConvergence convergence = PerceptronConvergence.Of(TrainingOf([[1], [2]], [[1], [1]]), 5);
        convergence.ErrorsPerEpoch.ShouldBe([0]);
        (convergence.ConvergedEpoch, convergence.LastUpdateEpoch).ShouldBe((1, 0));
        convergence.States.Length.ShouldBe(2);
    }

    [Fact]
    public void Should_count_a_sample_once_whatever_number_of_units_is_wrong() =>
        PerceptronConvergence.Of(TrainingOf([[0], [0]], [[0, 0], [1, 1]]), 1).ErrorsPerEpoch.ShouldBe([2]);

    [Fact]
    public void Should_stop_after_the_last_epoch_allowed()
    {
        PerceptronConvergence convergence = PerceptronConvergence.Of(TrainingOf([[0], [0]], [[0], [1]]), 1);
        (convergence.ConvergedEpoch, convergence.LastUpdateEpoch, convergence.Cycle).ShouldBe((null, 1, new EpochCycle(0, 1)));
    }

    [Fact]
    public void Should_refuse_what_has_no_meaning()
    {
        Should.Throw<ArgumentException>(() => PerceptronConvergence.Of(TrainingOf([[0], [0]], [[0], [1]], shuffleSeed: 1), 5)).ParamName.ShouldBe("training");
        Should.Throw<ArgumentOutOfRangeException>(() => PerceptronConvergence.Of(TrainingOf([[0]], [[0]]), 0));
    }

    /// <summary>The rule in integers: errors of each epoch, and the states at the ends of the epochs, weights and then bias.</summary>
    private static (List<int> Errors, List<string> States) Integers(int[][] x, int[] t, int mostEpochs)
    {
        int[] w = new int[x[0].Length];
        int b = 0;
        List<int> errors = [];
        List<string> states = [string.Join(' ', w.Append(b))];
        do
        {
            int wrong = 0;
            for (int row = 0; row < x.Length; row++)
            {
                int net = b;
                for (int input = 0; input < w.Length; input++)
                {
                    net += w[input] * x[row][input];
                }

                int error = t[row] - (net >= 0 ? 1 : 0);
                wrong += Math.Abs(error);
                for (int input = 0; input < w.Length; input++)
                {
                    w[input] += error * x[row][input];
                }

                b += error;
            }

            errors.Add(wrong);
            states.Add(string.Join(' ', w.Append(b)));
        }
        while (errors[^1] > 0 && errors.Count < mostEpochs);

        return (errors, states);
    }
}
