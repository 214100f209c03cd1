using Engine.Planning;
using Engine.Running;

namespace Engine.Time.Search;

/// <summary>Reads which answer the network gives to each sample; a stream for each row of answers to each sample.</summary>
internal sealed class PredictionWatch : Watch
{
    private const int NoAnswer = -1;

    private readonly Training training;
    private readonly int? sample;
    private readonly double threshold;
    private readonly Answers[] answers;

    public PredictionWatch(Condition.PredictionFlip condition, Training training)
    {
        this.training = training;
        (sample, threshold) = (condition.Sample, condition.Threshold);
        Plan plan = training.Plan;
        int streams = 0;
        List<Answers> found = [];
        for (int index = 0; index < plan.Predictions.Length; index++)
        {
            Symbol prediction = plan.Predictions[index];
            if ((condition.Output ?? index) == index && plan.ProducerOf(prediction) is { } step)
            {
                int outputs = prediction.Shape[^1];
                int rows = prediction.Shape.Size / plan.BatchSize / outputs;
                found.Add(new Answers(step.Index, plan.OffsetOf(prediction), outputs, rows, streams));
                streams = checked(streams + (rows * training.Samples));
            }
        }

        answers = found.Count > 0
            ? [.. found.OrderBy(one => one.Step)]
            : throw new ArgumentException("The network computes no such prediction.", nameof(condition));
    }

    public override int Lookback => BetweenVisits(training);

    public override int MostReadings => answers.Sum(one => one.Rows) * training.Plan.BatchSize;

    public override int Read(Iteration machine, Span<Reading> readings)
    {
        int count = 0;
        foreach (Answers one in answers)
        {
            for (int row = 0; row < training.Plan.BatchSize; row++)
            {
                int seen = machine.SampleOf(row);
                for (int part = 0; part < one.Rows && (sample is null || sample == seen); part++)
                {
                    int first = ((row * one.Rows) + part) * one.Outputs;
                    int answer = AnswerIn(machine.Numbers.Slice(one.Offset + first, one.Outputs));
                    readings[count++] = new Reading(one.FirstStream + (seen * one.Rows) + part, one.Step, first + one.Outputs - 1, answer, answer);
                }
            }
        }

        return count;
    }

    public override bool Changes(double previous, double current) => previous != current;

    private int AnswerIn(ReadOnlySpan<double> row)
    {
        int greatest = 0;
        for (int index = 0; index < row.Length; index++)
        {
            if (double.IsNaN(row[index]))
            {
                return NoAnswer;
            }

            greatest = row[index] > row[greatest] ? index : greatest;
        }

        return row.Length > 1 ? greatest : row[0] > threshold ? 1 : 0;
    }

    /// <summary>One output of the network.</summary>
    /// <param name="Step">The step that computes it.</param>
    /// <param name="Offset">Where its numbers begin in the buffer.</param>
    /// <param name="Outputs">How many numbers an answer is chosen from.</param>
    /// <param name="Rows">How many answers a sample has: one, or one for each position of a sequence.</param>
    /// <param name="FirstStream">The stream of the first sample's first answer.</param>
    private sealed record Answers(int Step, int Offset, int Outputs, int Rows, int FirstStream);
}
