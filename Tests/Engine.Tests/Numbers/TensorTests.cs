using System.Collections.Immutable;
using Engine.Numbers;

namespace Engine.Tests.Numbers;

public class TensorTests
{
    public class TheConstructor
    {
        [Fact]
        public void Should_refuse_another_number_of_values()
        {
            ShapeException problem = Should.Throw<ShapeException>(() => new Tensor(new Shape(2, 2), [1, 2, 3]));
            problem.Where.ShouldBe("tensor");
            problem.Expected.ShouldBe("4 values for shape 2 × 2");
            problem.Found.ShouldBe("3");
            problem.Message.ShouldBe("tensor: expected 4 values for shape 2 × 2, found 3");
        }

        [Fact]
        public void Should_refuse_no_shape() => Should.Throw<ArgumentNullException>(() => new Tensor(null!, ImmutableArray<double>.Empty));
    }

    public class TheMatrixMethod
    {
        [Fact]
        public void Should_store_row_by_row()
        {
            Tensor matrix = Tensor.Matrix([[1, 2, 3], [4, 5, 6]]);
            matrix.Shape.ShouldBe(new Shape(2, 3));
            matrix.Values.ToArray().ShouldBe([1, 2, 3, 4, 5, 6]);
            matrix[3].ShouldBe(4);
            matrix[1, 0].ShouldBe(4);
        }

        [Fact]
        public void Should_name_the_row_that_differs() =>
            Should.Throw<ShapeException>(() => Tensor.Matrix([[1, 2], [3, 4], [5]])).Message.ShouldBe("row 3: expected 2 values as in row 1, found 1");

        [Fact]
        public void Should_make_an_empty_matrix_of_no_rows() => Tensor.Matrix([]).Shape.ShouldBe(new Shape(0, 0));
    }

    public class TheOtherFactories
    {
        [Fact]
        public void Should_make_scalars_vectors_and_fillings()
        {
            Tensor.Scalar(7).Shape.ShouldBe(Shape.Scalar);
            Tensor.Scalar(7)[0].ShouldBe(7);
            Tensor.Vector(1, 2).Shape.ShouldBe(new Shape(2));
            Tensor.Filled(new Shape(2, 2), 3).Values.ToArray().ShouldBe([3, 3, 3, 3]);
        }

        [Fact]
        public void Should_not_follow_the_array_they_were_made_from()
        {
            double[] values = [1, 2];
            Tensor vector = Tensor.Vector(values);
            values[0] = 9;
            vector[0].ShouldBe(1);
        }
    }
}
