using Engine.Formulas;

namespace Engine.Operations;

/// <summary>How windows lie over a picture; a sequence is a picture of one row. All numbers count row by row, from 0.</summary>
/// <param name="Rows">Along the height.</param>
/// <param name="Columns">Along the width.</param>
internal readonly record struct WindowGrid(WindowAxis Rows, WindowAxis Columns)
{
    /// <summary>How many places a sample has in each channel.</summary>
    public int Places => Rows.Length * Columns.Length;

    /// <summary>How many windows there are.</summary>
    public int Count => Rows.Count * Columns.Count;

    /// <summary>The number of an offset in a window.</summary>
    public int OffsetOf(int row, int column) => (row * Columns.Size) + column;

    /// <summary>The place that lies at an offset in a window; it must exist.</summary>
    public int PlaceOf(int window, int row, int column) =>
        ((Rows.StartOf(window / Columns.Count) + row) * Columns.Length) + Columns.StartOf(window % Columns.Count) + column;

    /// <summary>Whether the place at an offset in a window exists.</summary>
    public bool Contains(int window, int offset)
    {
        (int fromRow, int toRow) = Rows.OffsetsOf(window / Columns.Count);
        (int fromColumn, int toColumn) = Columns.OffsetsOf(window % Columns.Count);
        (int row, int column) = (offset / Columns.Size, offset % Columns.Size);
        return row >= fromRow && row < toRow && column >= fromColumn && column < toColumn;
    }

    /// <summary>How many places of a window exist.</summary>
    public int PlacesIn(int window)
    {
        (int fromRow, int toRow) = Rows.OffsetsOf(window / Columns.Count);
        (int fromColumn, int toColumn) = Columns.OffsetsOf(window % Columns.Count);
        return (toRow - fromRow) * (toColumn - fromColumn);
    }

    /// <summary>One of the places of a window that exist, by its position among them.</summary>
    public int PlaceIn(int window, int position)
    {
        (int fromRow, _) = Rows.OffsetsOf(window / Columns.Count);
        (int fromColumn, int toColumn) = Columns.OffsetsOf(window % Columns.Count);
        int width = toColumn - fromColumn;
        return PlaceOf(window, fromRow + (position / width), fromColumn + (position % width));
    }

    /// <summary>The position of an offset among those of a window's places that exist; the opposite of <see cref="PlaceIn"/>.</summary>
    public int PositionOf(int window, int offset)
    {
        (int fromRow, _) = Rows.OffsetsOf(window / Columns.Count);
        (int fromColumn, int toColumn) = Columns.OffsetsOf(window % Columns.Count);
        return (((offset / Columns.Size) - fromRow) * (toColumn - fromColumn)) + (offset % Columns.Size) - fromColumn;
    }

    /// <summary>The numbers of a window and channel, as operands of an operation's first input.</summary>
    /// <param name="cell">The window and channel, as a cell of batch × windows × channels.</param>
    /// <param name="channels">The number of channels.</param>
    public IEnumerable<Expression> NumbersOf(int cell, int channels)
    {
        int sample = cell / channels / Count * Places;
        return PlacesOf(cell / channels % Count).Select(found =>
            new Expression.Operand(0, ((sample + found.Place) * channels) + (cell % channels)));
    }

    /// <summary>The places of a window that exist, each with its offset.</summary>
    public List<(int Place, int Offset)> PlacesOf(int window)
    {
        List<(int Place, int Offset)> places = [];
        (int fromRow, int toRow) = Rows.OffsetsOf(window / Columns.Count);
        (int fromColumn, int toColumn) = Columns.OffsetsOf(window % Columns.Count);
        for (int row = fromRow; row < toRow; row++)
        {
            for (int column = fromColumn; column < toColumn; column++)
            {
                places.Add((PlaceOf(window, row, column), OffsetOf(row, column)));
            }
        }

        return places;
    }

    /// <summary>The windows that a place lies in, each with the place's offset there, in the order of the offsets.</summary>
    public List<(int Window, int Offset)> WindowsWith(int place)
    {
        List<(int Window, int Offset)> windows = [];
        for (int row = 0; row < Rows.Size; row++)
        {
            int windowRow = Rows.WindowAt(place / Columns.Length, row);
            for (int column = 0; column < Columns.Size && windowRow >= 0; column++)
            {
                int windowColumn = Columns.WindowAt(place % Columns.Length, column);
                if (windowColumn >= 0)
                {
                    windows.Add(((windowRow * Columns.Count) + windowColumn, OffsetOf(row, column)));
                }
            }
        }

        return windows;
    }
}
