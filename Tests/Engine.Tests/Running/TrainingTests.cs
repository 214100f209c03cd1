using Engine.Numbers;
using Engine.Planning;
using Engine.Running;
using Engine.Tests.Support;

namespace Engine.Tests.Running;

public class TrainingTests
{
    public class TheConstructor
    {
        private static readonly Plan Plan = (new NetworkCase(2, [new(3)]) { BatchSize = 2 }).ToPlan();

        private static void Refuses(Tensor inputs, Tensor targets, string message) =>
            Should.Throw<ShapeException>(() => new Training(Plan, inputs, targets)).Message.ShouldBe(message);

        [Fact]
        public void Should_refuse_rows_of_another_width()
        {
            Refuses(Zeros(2, 3), Zeros(2, 3), "inputs: expected rows of 2 numbers, found rows of 3");
            Refuses(Zeros(2, 2), Zeros(2, 2), "targets: expected rows of 3 numbers, found rows of 2");
            Refuses(Tensor.Scalar(1), Zeros(2, 3), "inputs: expected rows of 2 numbers, found a single number");
        }

        [Fact]
        public void Should_refuse_other_numbers_of_samples()
        {
            Refuses(Zeros(2, 2), Zeros(4, 3), "targets: expected 2 rows, one for each row of inputs, found 4");
            Refuses(Zeros(3, 2), Zeros(3, 3), "inputs: expected a multiple of the batch size 2 as number of samples, found 3");
            Refuses(Zeros(0, 2), Zeros(0, 3), "inputs: expected a multiple of the batch size 2 as number of samples, found 0");
        }

        private static Tensor Zeros(int rows, int columns) => Tensor.Filled(new Shape(rows, columns), 0);
    }

    public class TheInitialStateMethod
    {
        [Fact]
        public void Should_hold_the_parameters_in_the_order_of_the_carries() =>
            WorkedExample.ToTraining().InitialState().Values.ShouldBe([0.3, 0.4, 0.25, 0.35, 0.45, 0.7, 0.4, 0.6]);
    }
}
